package dev.tenure.adapter.persistence.pipeline;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs each round trip to the server, so that tracing and other observers can wrap it. */
public interface RoundTrips {

    /** @param statements separated by semicolons */
    void run(String statements, List<? extends @Nullable Object> values, RoundTrip roundTrip) throws SQLException;

    /** One round trip. */
    interface RoundTrip {

        void run() throws SQLException;
    }
}
