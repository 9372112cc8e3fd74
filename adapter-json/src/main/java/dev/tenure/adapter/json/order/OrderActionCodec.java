package dev.tenure.adapter.json.order;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderActions.Action;
import dev.tenure.application.order.in.OrderActions.OfItem;
import dev.tenure.application.order.in.OrderActions.Permission;
import dev.tenure.domain.shared.DomainException;
import java.util.List;

/** The JSON of the possible actions of an order. */
public final class OrderActionCodec {

    private OrderActionCodec() {}

    public static JsonObject actions(OrderActions order) {
        return new JsonObject()
                .text("orderId", order.orderId())
                .word("status", order.status())
                .number("version", order.version())
                .objects("actions", permissions(order.orderId(), order.actions()))
                .objects(
                        "items",
                        order.items().stream()
                                .map(item -> item(order.orderId(), item))
                                .toList());
    }

    private static JsonObject item(String orderId, OfItem item) {
        return new JsonObject()
                .number("itemIndex", item.itemIndex())
                .text("sku", item.sku())
                .objects("actions", permissions(orderId, item.actions()));
    }

    private static List<JsonObject> permissions(String orderId, List<Permission> permissions) {
        return permissions.stream()
                .map(permission -> permission(orderId, permission))
                .toList();
    }

    private static JsonObject permission(String orderId, Permission permission) {
        Action action = permission.action();
        JsonObject shown = new JsonObject()
                .word("action", action)
                .flag("allowed", permission.allowed())
                .text("method", method(action))
                .text("path", "/v1/orders/" + orderId + suffix(action));
        DomainException objection = permission.objection();
        if (objection == null) {
            return shown;
        }
        JsonObject facts = new JsonObject();
        objection.details().keySet().stream()
                .sorted()
                .forEach(fact -> facts.value(fact, objection.details().get(fact)));
        return shown.text("code", objection.code().name())
                .text("rule", objection.getMessage())
                .object("facts", facts);
    }

    private static String method(Action action) {
        return switch (action) {
            case EDIT, REMOVE, EDIT_NOTES -> "PATCH";
            case CONFIRM, FULFIL, CLOSE, CANCEL, MARK_PAID -> "POST";
        };
    }

    private static String suffix(Action action) {
        return switch (action) {
            case EDIT, REMOVE -> "";
            case EDIT_NOTES -> "/notes";
            case CONFIRM -> "/confirm";
            case FULFIL -> "/fulfilments";
            case CLOSE -> "/close";
            case CANCEL -> "/cancel";
            case MARK_PAID -> "/payment";
        };
    }
}
