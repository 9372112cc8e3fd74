package dev.tenure.adapter.cli.eventlog;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Paging;
import dev.tenure.adapter.json.eventlog.EventCodec;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.order.OrderState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure order events}. */
@Command(name = "events", description = "List what happened to an order, oldest first.")
public final class EventsCommand implements Runnable {

    private final Context context;

    @Parameters(paramLabel = "ORDER", description = "Its id.")
    private String orderId = "";

    @Option(
            names = "--sort-dir",
            paramLabel = "asc|desc",
            description = "The sort direction (default asc).",
            defaultValue = "asc")
    private SortDirection direction = SortDirection.ASC;

    @Mixin
    private Paging paging = new Paging();

    public EventsCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.inTenant(in -> paging.print(
                context,
                "events",
                page -> in.useCases().events().read().read(in.caller(), OrderState.TYPE, orderId, direction, page),
                EventCodec::event,
                EventPage.table(),
                event -> EventPage.rows(event, in.tenant().settings().timeZone())));
    }
}
