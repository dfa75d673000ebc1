#pragma once
// The types of the few functions of librsvg, cairo and GLib that draw a badge. They are found when they are first needed, so
// nothing is linked, and written down here rather than included: their headers lie in folders that only pkg-config knows.

typedef struct _RsvgHandle RsvgHandle;
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;

typedef struct {
    double x, y, width, height;
} RsvgRectangle;

typedef struct {
    unsigned int domain;
    int code;
    char *message;
} GError;

typedef RsvgHandle *(*rsvg_handle_new_from_data_t)(const unsigned char *data, unsigned long length, GError **error);
typedef int (*rsvg_handle_render_document_t)(
    RsvgHandle *handle, cairo_t *canvas, const RsvgRectangle *viewport, GError **error);
typedef void (*g_object_unref_t)(void *object);
typedef void (*g_clear_error_t)(GError **error);

// CAIRO_FORMAT_ARGB32 is 0, CAIRO_STATUS_SUCCESS is 0, CAIRO_STATUS_WRITE_ERROR is 11.
typedef cairo_surface_t *(*cairo_image_surface_create_t)(int format, int width, int height);
typedef void (*cairo_surface_destroy_t)(cairo_surface_t *surface);
typedef cairo_t *(*cairo_create_t)(cairo_surface_t *surface);
typedef void (*cairo_destroy_t)(cairo_t *canvas);
typedef int (*cairo_surface_write_to_png_stream_t)(
    cairo_surface_t *surface, int (*write)(void *context, const unsigned char *data, unsigned int count),
    void *context);
typedef const char *(*cairo_status_to_string_t)(int status);
