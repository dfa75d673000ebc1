#pragma once
// The few functions of librsvg, cairo and GLib that draw a badge, declared here rather than included: their headers lie
// in folders that only pkg-config knows, and its flags for them hold one that the package manager refuses.

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

extern RsvgHandle *rsvg_handle_new_from_data(const unsigned char *data, unsigned long length, GError **error);
extern int rsvg_handle_render_document(
    RsvgHandle *handle, cairo_t *canvas, const RsvgRectangle *viewport, GError **error);
extern void g_object_unref(void *object);
extern void g_clear_error(GError **error);

// CAIRO_FORMAT_ARGB32 is 0, CAIRO_STATUS_SUCCESS is 0, CAIRO_STATUS_WRITE_ERROR is 11.
extern cairo_surface_t *cairo_image_surface_create(int format, int width, int height);
extern void cairo_surface_destroy(cairo_surface_t *surface);
extern cairo_t *cairo_create(cairo_surface_t *surface);
extern void cairo_destroy(cairo_t *canvas);
extern int cairo_surface_write_to_png_stream(
    cairo_surface_t *surface, int (*write)(void *context, const unsigned char *data, unsigned int count),
    void *context);
extern const char *cairo_status_to_string(int status);
