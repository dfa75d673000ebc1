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
        let library = try DrawingLibrary.shared.get()
        var error: UnsafeMutablePointer<GError>?
        let bytes = Array(svg.utf8)
        guard let handle = library.newFromData(bytes, UInt(bytes.count), &error) else { throw failure(&error, library) }
        defer { library.unref(UnsafeMutableRawPointer(handle)) }
        let surface = library.createSurface(0, Int32(side), Int32(side))
        defer { library.destroySurface(surface) }
        let canvas = library.createCanvas(surface)
        defer { library.destroyCanvas(canvas) }
        var area = RsvgRectangle(x: 0, y: 0, width: Double(side), height: Double(side))
        guard library.renderDocument(handle, canvas, &area, &error) != 0 else { throw failure(&error, library) }
        let sink = Sink()
        let status = library.writePNG(
            surface,
            { context, data, count in
                guard let context, let data else { return 11 }
                let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return 0
            }, Unmanaged.passUnretained(sink).toOpaque())
        guard status == 0 else {
            throw Failure(cause: library.text(status).map { String(cString: $0) } ?? "unknown")
        }
        return sink.bytes
    }

    /// Where the library writes to.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private static func failure(
        _ error: inout UnsafeMutablePointer<GError>?, _ library: DrawingLibrary
    ) -> Failure {
        let cause = error?.pointee.message.map { String(cString: $0) } ?? "unknown"
        library.clearError(&error)
        return Failure(cause: cause)
    }
}
