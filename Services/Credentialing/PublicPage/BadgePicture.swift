import CRsvg

/// The drawing of a badge as a PNG, for whoever takes no SVG.
enum BadgePicture {
    /// Why there is no picture.
    struct Failure: Error {
        /// What the library says.
        let cause: String
    }

    /// The length of a side, in pixels.
    static let side = 800

    /// Renders a drawing that is as high as it is wide.
    static func png(of svg: String) throws -> [UInt8] {
        var error: UnsafeMutablePointer<GError>?
        let bytes = Array(svg.utf8)
        guard let handle = rsvg_handle_new_from_data(bytes, UInt(bytes.count), &error) else { throw failure(&error) }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        let surface = cairo_image_surface_create(0, Int32(side), Int32(side))
        defer { cairo_surface_destroy(surface) }
        let canvas = cairo_create(surface)
        defer { cairo_destroy(canvas) }
        var area = RsvgRectangle(x: 0, y: 0, width: Double(side), height: Double(side))
        guard rsvg_handle_render_document(handle, canvas, &area, &error) != 0 else { throw failure(&error) }
        let sink = Sink()
        let status = cairo_surface_write_to_png_stream(
            surface,
            { context, data, count in
                guard let context, let data else { return 11 }
                let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return 0
            }, Unmanaged.passUnretained(sink).toOpaque())
        guard status == 0 else {
            throw Failure(cause: cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown")
        }
        return sink.bytes
    }

    /// Where the library writes to.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private static func failure(_ error: inout UnsafeMutablePointer<GError>?) -> Failure {
        let cause = error?.pointee.message.map { String(cString: $0) } ?? "unknown"
        g_clear_error(&error)
        return Failure(cause: cause)
    }
}
