package dev.tenure.adapter.persistence.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.shared.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The personal data in a fact's JSON: it is stored beside the payload, so that it can be erased. */
public final class PersonalData {

    public static final PersonalData NONE = new PersonalData(List.of());

    private final List<Part> parts;

    private PersonalData(List<Part> parts) {
        this.parts = parts;
    }

    public static PersonalData of(Part... parts) {
        return new PersonalData(List.of(parts));
    }

    /**
     * A value in the JSON.
     *
     * @param path its position: the names of the objects around it, and its own
     * @param kept the one field of it that is not personal; null if all of it is personal
     */
    public record Part(List<String> path, @Nullable String kept) {

        /** The whole value at this path, such as {@code remarks.notes}. */
        public static Part at(String path) {
            return new Part(List.of(path.split("\\.")), null);
        }

        /** The object at this path without one of its fields. */
        public static Part allBut(String kept, String path) {
            return new Part(List.of(path.split("\\.")), kept);
        }

        private void move(ObjectNode from, ObjectNode to) {
            JsonNode parent = from;
            for (String name : parents()) {
                parent = parent.path(name);
            }
            if (!(parent instanceof ObjectNode object) || !object.hasNonNull(name())) {
                return;
            }
            JsonNode personal = object.remove(name());
            if (kept != null) {
                JsonNode left = ((ObjectNode) personal).remove(kept);
                object.putObject(name()).set(kept, left);
            }
            ObjectNode target = to;
            for (String name : parents()) {
                target = target.get(name) instanceof ObjectNode known ? known : target.putObject(name);
            }
            target.set(name(), personal);
        }

        private List<String> parents() {
            return path.subList(0, path.size() - 1);
        }

        private String name() {
            return path.get(path.size() - 1);
        }
    }

    /** The content of the fact, in two parts. */
    public StoredFact split(Object fact) {
        if (parts.isEmpty()) {
            return new StoredFact(Json.write(fact), null);
        }
        ObjectNode payload = Json.tree(fact);
        ObjectNode personal = payload.objectNode();
        parts.forEach(part -> part.move(payload, personal));
        return new StoredFact(Json.write(payload), personal.isEmpty() ? null : Json.write(personal));
    }

    /** Merges the two parts; erased values are left out. */
    public static <T> T join(StoredFact fact, Class<T> type) {
        if (fact.personal() == null) {
            return Json.read(fact.payload(), type);
        }
        ObjectNode whole = Json.read(fact.payload(), ObjectNode.class);
        merge(Json.read(fact.personal(), ObjectNode.class), whole);
        return Json.value(whole, type);
    }

    private static void merge(ObjectNode personal, ObjectNode into) {
        personal.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode part && into.get(field.getKey()) instanceof ObjectNode known) {
                merge(part, known);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
