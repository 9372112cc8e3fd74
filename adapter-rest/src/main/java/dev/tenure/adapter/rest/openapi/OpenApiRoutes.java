package dev.tenure.adapter.rest.openapi;

import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.shared.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document that describes the API, and the page that shows it. Neither needs a key. */
public final class OpenApiRoutes {

    private volatile @Nullable OpenApiAnswers answers;

    public List<Route> routes() {
        return List.of(
                Route.open("/openapi.json", request -> answers().document()),
                Route.open("/docs", request -> answers().page()),
                Route.open("/docs/{edition}/{file}", this::file));
    }

    private Answer file(RestRequest request) {
        String name = request.id("file", "file");
        return answers().file(request.id("edition", "edition"), name).orElseThrow(() -> new NotFound("file", name));
    }

    // Read at the first request, so that a start does not wait for it. Reading twice does no harm.
    private OpenApiAnswers answers() {
        OpenApiAnswers read = answers;
        if (read == null) {
            read = OpenApiAnswers.read();
            answers = read;
        }
        return read;
    }
}
