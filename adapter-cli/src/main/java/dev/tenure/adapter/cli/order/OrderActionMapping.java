package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.adapter.cli.shared.Words;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderActions.OfItem;
import dev.tenure.application.order.in.OrderActions.Permission;
import dev.tenure.domain.shared.DomainException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with an order: in the shape of the HTTP API but for its methods and paths, and as people read it. */
final class OrderActionMapping {

    private OrderActionMapping() {}

    static JsonObject json(OrderActions order) {
        return new JsonObject()
                .with("orderId", order.orderId())
                .with("status", order.status())
                .with("version", order.version())
                .with("actions", permissions(order.actions()))
                .with(
                        "items",
                        order.items().stream().map(OrderActionMapping::item).toList());
    }

    private static JsonObject item(OfItem item) {
        return new JsonObject()
                .with("itemIndex", item.itemIndex())
                .with("sku", item.sku())
                .with("actions", permissions(item.actions()));
    }

    private static List<JsonObject> permissions(List<Permission> permissions) {
        return permissions.stream().map(OrderActionMapping::permission).toList();
    }

    private static JsonObject permission(Permission permission) {
        JsonObject shown = new JsonObject().with("action", permission.action()).with("allowed", permission.allowed());
        DomainException objection = permission.objection();
        if (objection == null) {
            return shown;
        }
        JsonObject facts = new JsonObject();
        objection.details().keySet().stream()
                .sorted()
                .forEach(fact -> facts.with(fact, objection.details().get(fact)));
        return shown.with("code", objection.code().name())
                .with("rule", objection.getMessage())
                .with("facts", facts);
    }

    static String page(OrderActions order) {
        StringBuilder page = new StringBuilder();
        Details whole = new Details().with("Order", order.orderId()).with("Status", Words.of(order.status()));
        page.append(with(order.actions(), whole));
        for (OfItem item : order.items()) {
            Details one = new Details().with("Item " + item.itemIndex(), item.sku());
            page.append('\n').append(with(item.actions(), one));
        }
        return page.toString();
    }

    private static Details with(List<Permission> permissions, Details details) {
        permissions.forEach(permission ->
                details.with(Words.of(permission.action()).replace('_', ' '), answer(permission.objection())));
        return details;
    }

    private static String answer(@Nullable DomainException objection) {
        return objection == null
                ? "yes"
                : "no, %s: %s".formatted(objection.code().name(), objection.getMessage());
    }
}
