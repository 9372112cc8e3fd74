package dev.tenure.application.order.in.planted;

import dev.tenure.application.shared.Caller;

/** An in-port that anybody may use, because nobody thought of it. */
public interface NamesNoPermission {

    void open(Caller caller);
}
