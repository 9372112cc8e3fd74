package dev.tenure.adapter.http.error;

/** A request for a path that the server has no endpoint for. */
public final class UnknownPath extends RuntimeException {

    private final String path;

    public UnknownPath(String path) {
        super("nothing is at " + path);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
