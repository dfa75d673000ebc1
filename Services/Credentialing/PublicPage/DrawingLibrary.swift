import CRsvg
import Glibc

/// librsvg and what draws for it, loaded by the first who asks for a picture.
///
/// With the forty libraries that they need they are 7 MB of a process, and most never draw anything. Once loaded they stay,
/// as GObject's types do not go away.
struct DrawingLibrary: Sendable {
    let newFromData: rsvg_handle_new_from_data_t
    let renderDocument: rsvg_handle_render_document_t
    let unref: g_object_unref_t
    let clearError: g_clear_error_t
    let createSurface: cairo_image_surface_create_t
    let destroySurface: cairo_surface_destroy_t
    let createCanvas: cairo_create_t
    let destroyCanvas: cairo_destroy_t
    let writePNG: cairo_surface_write_to_png_stream_t
    let text: cairo_status_to_string_t

    /// The library, or why there is none.
    static let shared = Result { () throws(BadgePicture.Failure) in try DrawingLibrary() }

    private init() throws(BadgePicture.Failure) {
        guard let library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL) else {
            throw BadgePicture.Failure(cause: "install librsvg2-2: \(DrawingLibrary.problem)")
        }
        // Looks in the library and in those that it needs. The types are those that its documentation gives.
        func find<Function>(_ name: String) throws(BadgePicture.Failure) -> Function {
            guard let symbol = dlsym(library, name) else { throw BadgePicture.Failure(cause: DrawingLibrary.problem) }
            return unsafeBitCast(symbol, to: Function.self)
        }
        newFromData = try find("rsvg_handle_new_from_data")
        renderDocument = try find("rsvg_handle_render_document")
        unref = try find("g_object_unref")
        clearError = try find("g_clear_error")
        createSurface = try find("cairo_image_surface_create")
        destroySurface = try find("cairo_surface_destroy")
        createCanvas = try find("cairo_create")
        destroyCanvas = try find("cairo_destroy")
        writePNG = try find("cairo_surface_write_to_png_stream")
        text = try find("cairo_status_to_string")
    }

    private static var problem: String { dlerror().map { String(cString: $0) } ?? "unknown" }
}
