package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.telemetry.Exchanges;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives every request its id, before anything else. */
final class Identify extends Handler.Wrapper {

    private final Exchanges exchanges;

    Identify(Exchanges exchanges, Handler handler) {
        super(handler);
        this.exchanges = exchanges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        exchanges.of(request, response);
        return super.handle(request, response, callback);
    }
}
