package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.request.ErrorRenderer;
import dev.tenure.adapter.http.request.HttpAnswer;
import dev.tenure.adapter.http.telemetry.Exchanges;
import dev.tenure.adapter.http.telemetry.RequestIdentity;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Renders what Jetty itself refuses, before any operation, in the same form as all other errors. */
final class JettyErrors extends ErrorHandler {

    private final Exchanges exchanges;
    private final ErrorRenderer renderer;

    JettyErrors(Exchanges exchanges, ErrorRenderer renderer) {
        this.exchanges = exchanges;
        this.renderer = renderer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refused
                ? refused.getCode()
                : response.getStatus();
        HttpError error = error(status);
        RequestIdentity identity = exchanges.of(request, response).identity();
        Map<String, String> headers =
                error == HttpError.OVERLOADED ? Map.of(HttpHeader.RETRY_AFTER.asString(), "1") : Map.of();
        HttpAnswer answer = renderer.render(new RequestRefused(error, message(error), headers), identity);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static HttpError error(int status) {
        return switch (status) {
            case 408 -> HttpError.REQUEST_TIMEOUT;
            case 413 -> HttpError.PAYLOAD_TOO_LARGE;
            case 414, 431 -> HttpError.HEADERS_TOO_LARGE;
            case 415 -> HttpError.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> HttpError.OVERLOADED;
            case 501, 505 -> HttpError.BAD_REQUEST;
            default -> status < 500 ? HttpError.BAD_REQUEST : HttpError.INTERNAL_ERROR;
        };
    }

    private static String message(HttpError error) {
        return switch (error) {
            case REQUEST_TIMEOUT -> "the body came too slowly, or stopped coming";
            case PAYLOAD_TOO_LARGE -> "the body is larger than this operation takes";
            case HEADERS_TOO_LARGE -> "the request line and headers may have 16 KiB together";
            case UNSUPPORTED_MEDIA_TYPE -> "the body is in a form that can't be read";
            case OVERLOADED -> "the server is stopping or has more to do than it can; nothing was changed";
            case BAD_REQUEST -> "the request line, a header or the path is malformed or ambiguous";
            default -> "something broke on the server; its log has the cause under this requestId";
        };
    }
}
