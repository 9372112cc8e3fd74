package dev.tenure.adapter.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the given bytes. */
public final class Wire {

    private Wire() {}

    /** All that comes back to these bytes, until the server closes the connection. */
    public static String exchange(Api api, byte[] request) throws IOException {
        try (Socket socket = open(api)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return readAll(socket.getInputStream());
        }
    }

    public static String exchange(Api api, String request) throws IOException {
        return exchange(api, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The answer to a GET of this target, spelled as it is. */
    public static String get(Api api, String target) throws IOException {
        return exchange(api, "GET " + target + " HTTP/1.1\r\n" + headers(api) + "Connection: close\r\n\r\n");
    }

    /** Host, key and tenant. */
    public static String headers(Api api) {
        return "Host: localhost\r\nAuthorization: Bearer %s\r\nTenant-ID: demo\r\n".formatted(api.key());
    }

    public static Socket open(Api api) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.server().port());
        socket.setSoTimeout(40_000);
        return socket;
    }

    public static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException reset) {
            if (bytes.size() == 0) {
                throw reset;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
