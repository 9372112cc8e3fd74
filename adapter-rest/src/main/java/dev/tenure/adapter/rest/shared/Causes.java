package dev.tenure.adapter.rest.shared;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The origin of a failure, without its messages: those may repeat what a client sent. */
final class Causes {

    private static final int MOST_FRAMES = 40;

    private Causes() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            text.append(seen.size() == 1 ? "" : System.lineSeparator() + "Caused by: ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append(System.lineSeparator()).append("\tat ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
