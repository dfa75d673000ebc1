import HTTPTypes
import Hummingbird
import Logging

/// Answers errors with a small document, JSON or HTML as the caller prefers; what went wrong inside stays in the log.
struct ErrorPages: RouterMiddleware {
    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: (Request, ServiceRequestContext) async throws -> Response,
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            var response = ErrorPages.response(error.status, detail: error.body, request, context)
            for field in error.headers { response.headers.append(field) }
            return response
        } catch let error as any HTTPResponseError {
            return ErrorPages.response(error.status, detail: nil, request, context)
        } catch is TimeLimit.Exceeded {
            return ErrorPages.response(.serviceUnavailable, detail: "The answer took too long.", request, context)
        } catch {
            context.logger.error("a request failed", metadata: ["cause": .string(String(reflecting: error))])
            return ErrorPages.response(.internalServerError, detail: nil, request, context)
        }
    }

    static func response(
        _ status: HTTPResponse.Status, detail: String?, _ request: Request, _ context: ServiceRequestContext,
    ) -> Response {
        let page = ErrorPage(status: status, detail: detail, requestID: context.requestID)
        return ErrorPage.prefersHTML(request.headers[.accept])
            ? Response.html(page.html, status: status)
            : Response.json(page.json, status: status, contentType: "application/problem+json")
    }
}
