package dev.tenure.adapter.persistence.pipeline;

import java.util.List;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Watches every statement: those that jOOQ runs, and those of the pipeline. */
public interface StatementWatch extends ExecuteListener {

    /** Statements, with a semicolon between them, are about to be sent, with these values in their places. */
    void sending(String statements, List<? extends @Nullable Object> values);
}
