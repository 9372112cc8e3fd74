package dev.tenure.adapter.persistence.shared;

import org.jooq.ExecuteListener;

/** Watches every statement: those that jOOQ runs, and those that travel together. */
public interface StatementWatch extends ExecuteListener {

    /** Statements, with a semicolon between them, are about to be sent. */
    void sending(String statements);
}
