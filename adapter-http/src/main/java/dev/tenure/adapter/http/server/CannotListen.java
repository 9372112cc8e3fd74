package dev.tenure.adapter.http.server;

/**
 * The server can't listen on the address: the port is taken, or the host is not one of this machine. The message is for
 * people.
 */
public final class CannotListen extends RuntimeException {

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
