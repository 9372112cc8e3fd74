package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.request.HttpCall;
import dev.tenure.adapter.http.request.MediaType;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonReader;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.shared.Identifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request of an operation: caller, path parameters, query, and the body, which was read completely. */
public final class RestRequest {

    private final HttpCall call;
    private final @Nullable Caller caller;
    private final boolean writes;
    private final MediaType contentType;

    RestRequest(HttpCall call, @Nullable Caller caller, boolean writes) {
        this.call = call;
        this.caller = caller;
        this.writes = writes;
        this.contentType = call.contentType();
    }

    /** The caller. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("an operation without a key has no caller");
        }
        return caller;
    }

    /**
     * The id of {@code what} in the path.
     *
     * @throws NotFound when it does not have the form of an id
     */
    public String id(String parameter, String what) {
        String id = call.pathParameter(parameter);
        if (!Identifier.isWellFormed(id)) {
            throw new NotFound(what, JsonReader.shortened(id));
        }
        return id;
    }

    /** The query; {@code dryRun} is known for every write. */
    public QueryParameters query() {
        QueryParameters parameters = QueryParameters.of(call.query());
        return writes ? parameters.knowing(PreconditionedWrites.DRY_RUN) : parameters;
    }

    /** Every value of this header, in order. */
    List<String> headers(String name) {
        return call.headers(name);
    }

    /**
     * The request of an operation that has no parameters of its own; a write may always be a dry run.
     *
     * @throws InvalidCommand when there is a query: an unknown option must not be ignored
     */
    public RestRequest withoutQuery() {
        query().check();
        return this;
    }

    String path() {
        return call.path();
    }

    String rawQuery() {
        String query = call.query();
        return query == null ? "" : query;
    }

    public MediaType contentType() {
        return contentType;
    }

    public byte[] body() {
        return call.body();
    }

    /** The fields of the JSON object in the body. */
    public JsonFields json() {
        contentType.require("application/json");
        return JsonReader.object(body());
    }

    /** As {@link #json}, but no body is an object without fields. */
    public JsonFields jsonIfAny() {
        return body().length == 0 ? JsonFields.of(Map.of()) : json();
    }
}
