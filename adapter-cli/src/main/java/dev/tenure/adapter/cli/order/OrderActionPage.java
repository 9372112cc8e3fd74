package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderActions.OfItem;
import dev.tenure.application.order.in.OrderActions.Permission;
import dev.tenure.domain.shared.DomainException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with an order, as people read it. */
final class OrderActionPage {

    private OrderActionPage() {}

    static String page(OrderActions order) {
        StringBuilder page = new StringBuilder();
        Details whole = new Details().with("Order", order.orderId()).with("Status", EnumWords.word(order.status()));
        page.append(with(order.actions(), whole));
        for (OfItem item : order.items()) {
            Details one = new Details().with("Item " + item.itemIndex(), item.sku());
            page.append('\n').append(with(item.actions(), one));
        }
        return page.toString();
    }

    private static Details with(List<Permission> permissions, Details details) {
        permissions.forEach(permission ->
                details.with(EnumWords.word(permission.action()).replace('_', ' '), answer(permission.objection())));
        return details;
    }

    private static String answer(@Nullable DomainException objection) {
        return objection == null
                ? "yes"
                : "no, %s: %s".formatted(objection.code().name(), objection.getMessage());
    }
}
