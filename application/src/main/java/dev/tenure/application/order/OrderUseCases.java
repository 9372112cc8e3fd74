package dev.tenure.application.order;

import dev.tenure.application.order.in.BackfillSearch;
import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.CloseOrder;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.EditOrder;
import dev.tenure.application.order.in.ExplainOrderActions;
import dev.tenure.application.order.in.ExportOrders;
import dev.tenure.application.order.in.FindOrderAsOf;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.MarkOrderPaid;
import dev.tenure.application.order.in.PlaceOrder;
import dev.tenure.application.order.in.QuoteOrder;
import dev.tenure.application.order.in.ReplaceNotes;
import dev.tenure.application.order.in.RequireOrderVersion;

/** The use cases of orders. */
public record OrderUseCases(
        PlaceOrder place,
        QuoteOrder quote,
        FindOrders find,
        FindOrderAsOf findAsOf,
        ExplainOrderActions explainActions,
        ConfirmOrder confirm,
        CancelOrder cancel,
        CloseOrder close,
        EditOrder edit,
        ReplaceNotes replaceNotes,
        MarkOrderPaid markPaid,
        RequireOrderVersion requireVersion,
        BackfillSearch backfillSearch,
        ExportOrders export) {}
