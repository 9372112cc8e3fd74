package dev.tenure.adapter.rest.importing;

import dev.tenure.adapter.http.body.WorkAhead;
import dev.tenure.adapter.json.shared.JsonLines.Line;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.shared.Entry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Imports two batches at a time if they have nothing in common, and otherwise one after the other. So the results are
 * the same as line by line.
 */
final class ImportLanes implements AutoCloseable {

    private static final int LANES = 2;

    private final Function<List<Entry<ImportedOrder>>, List<Result>> imported;
    private final Listener listener;
    private final WorkAhead<List<Result>> work = new WorkAhead<>("import-batches", LANES);
    private final Deque<Batch> underWay = new ArrayDeque<>();

    /**
     * @param imported imports a batch
     * @param listener gets the results of the batches in the order in which they were given
     */
    ImportLanes(Function<List<Entry<ImportedOrder>>, List<Result>> imported, Listener listener) {
        this.imported = imported;
        this.listener = listener;
    }

    /** Gets the results of a batch. */
    interface Listener {

        void imported(List<Line<ImportedOrder>> batch, List<Result> results) throws IOException;
    }

    void give(List<Line<ImportedOrder>> lines) throws IOException {
        List<Entry<ImportedOrder>> entries = lines.stream().map(Line::entry).toList();
        Set<String> touched = new HashSet<>();
        entries.forEach(entry -> entry.readable().ifPresent(order -> touched.addAll(order.touches())));
        while (underWay.size() == LANES || underWay.stream().anyMatch(batch -> batch.touchesAnyOf(touched))) {
            deliverFirst();
        }
        underWay.add(new Batch(lines, touched));
        work.begin(() -> imported.apply(entries));
    }

    /** Waits until all batches are imported and their results are delivered. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            deliverFirst();
        }
    }

    private void deliverFirst() throws IOException {
        List<Result> results = work.take();
        listener.imported(underWay.remove().lines(), results);
    }

    @Override
    public void close() {
        work.close();
    }

    private record Batch(List<Line<ImportedOrder>> lines, Set<String> touched) {

        boolean touchesAnyOf(Set<String> others) {
            return !Collections.disjoint(touched, others);
        }
    }
}
