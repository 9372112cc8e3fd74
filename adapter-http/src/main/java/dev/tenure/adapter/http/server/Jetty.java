package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.request.Endpoint;
import dev.tenure.adapter.http.request.ErrorRenderer;
import dev.tenure.adapter.http.telemetry.Exchanges;
import io.javalin.config.JettyConfig;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Jetty configured so that slow, hostile or many clients do not block the others. */
final class Jetty {

    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_THREADS = 512;
    private static final int THREADS_FOR_OTHERS = 64;
    private static final int MIN_THREADS = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int MAX_CONNECTIONS = 8192;

    // With the default of 50 a burst of new clients waits a second, for the second try.
    private static final int ACCEPT_QUEUE = 1024;
    private static final int CONNECTION_IDLE_MILLIS = 30_000;

    // When all connections are used, idle ones are closed.
    private static final int CROWDED_IDLE_MILLIS = 1_000;
    private static final int STOPPING_IDLE_MILLIS = 250;
    private static final int MIN_BYTES_PER_SECOND = 1024;

    private Jetty() {}

    static void configure(
            JettyConfig jetty,
            HttpConfig config,
            List<Endpoint> endpoints,
            Exchanges exchanges,
            ErrorRenderer renderer) {
        jetty.host = config.host();
        jetty.port = config.port();
        jetty.threadPool = threads();
        jetty.modifyHttpConfiguration(Jetty::http);
        StreamedRequests streams = new StreamedRequests(endpoints, MIN_BYTES_PER_SECOND);
        jetty.addConnector((server, http) -> connector(server, http, config, streams));
        JettyErrors errors = new JettyErrors(exchanges, renderer);
        jetty.modifyServer(server -> {
            server.setErrorHandler(errors);
            NetworkConnectionLimit connections = new NetworkConnectionLimit(MAX_CONNECTIONS, server);
            connections.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
            server.addBean(connections);
            server.setStopTimeout(config.stopGrace().toMillis());
            server.setHandler(chain(endpoints, exchanges, streams));
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
    }

    // The queue needs no bound of its own: a connection has one request at a time, and connections are bounded.
    private static ThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("http");
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return threads;
    }

    /** How many requests may wait for a permit without taking the threads of health checks and of the network. */
    static int mostWaiting(int permits) {
        return VirtualThreads.areSupported()
                ? Integer.MAX_VALUE
                : Math.max(1, MAX_THREADS - THREADS_FOR_OTHERS - permits);
    }

    private static void http(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setResponseHeaderSize(MAX_HEADERS);
        // A path that can be read in two ways (%2F, //, /;x/..) is refused, so that routes and proxies can't disagree
        // on it.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setIdleTimeout(CONNECTION_IDLE_MILLIS);
    }

    private static Connector connector(
            Server server, HttpConfiguration http, HttpConfig config, StreamedRequests streams) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setShutdownIdleTimeout(STOPPING_IDLE_MILLIS);
        connector.addBean(new HeadDeadline(connector, streams::isUnderWayOn));
        return connector;
    }

    /** From the outside in; Javalin's own handler is the innermost. WholeBody limits how slowly a body may arrive. */
    private static Handler chain(List<Endpoint> endpoints, Exchanges exchanges, StreamedRequests streams) {
        streams.setHandler(new WholeBody(endpoints, streams));
        return new Identify(exchanges, new GracefulHandler(streams));
    }
}
