package dev.tenure.adapter.rest;

import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Errors;
import dev.tenure.adapter.rest.shared.RequestIdentity;
import dev.tenure.adapter.rest.shared.RestError;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, before any operation sees it, is answered in the shape of every other error. */
final class JettyErrors extends ErrorHandler {

    private final Exchanges exchanges;

    JettyErrors(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refused
                ? refused.getCode()
                : response.getStatus();
        RestError error = error(status);
        RequestIdentity identity = exchanges.of(request, response).identity();
        Answer answer = Errors.answer(error, message(error), identity);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        if (error == RestError.OVERLOADED) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static RestError error(int status) {
        return switch (status) {
            case 408 -> RestError.REQUEST_TIMEOUT;
            case 413 -> RestError.PAYLOAD_TOO_LARGE;
            case 414, 431 -> RestError.HEADERS_TOO_LARGE;
            case 415 -> RestError.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> RestError.OVERLOADED;
            case 501, 505 -> RestError.BAD_REQUEST;
            default -> status < 500 ? RestError.BAD_REQUEST : RestError.INTERNAL_ERROR;
        };
    }

    private static String message(RestError error) {
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
