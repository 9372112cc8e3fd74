package dev.tenure.adapter.persistence.pipeline;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs each round trip to the server: who traces or watches them is between the pipeline and the connection. */
public interface RoundTrips {

    /** @param statements with a semicolon between them */
    void run(String statements, List<? extends @Nullable Object> values, RoundTrip roundTrip) throws SQLException;

    /** One round trip. */
    interface RoundTrip {

        void run() throws SQLException;
    }
}
