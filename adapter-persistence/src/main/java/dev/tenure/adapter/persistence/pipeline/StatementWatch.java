package dev.tenure.adapter.persistence.pipeline;

import java.util.List;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Observes every statement, of jOOQ and of the pipeline. */
public interface StatementWatch extends ExecuteListener {

    /** Statements, separated by semicolons, are about to be sent with these parameters. */
    void sending(String statements, List<? extends @Nullable Object> values);
}
