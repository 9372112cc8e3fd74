package dev.tenure.domain.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomFieldsTest {

    @Test
    void fields_hold_any_shape_of_json() {
        var given = new LinkedHashMap<String, Object>();
        given.put("purchaseOrder", "PO-7");
        given.put("priority", 3);
        given.put("discount", new BigDecimal("12.50"));
        given.put("gift", true);
        given.put("tags", List.of("a", Map.of("b", 1L)));
        given.put("nothing", null);

        var fields = CustomFields.of(given);

        assertThat(fields.values())
                .containsOnlyKeys("purchaseOrder", "priority", "discount", "gift", "tags", "nothing");
        assertThat(fields.values().keySet())
                .containsExactly("purchaseOrder", "priority", "discount", "gift", "tags", "nothing");
        assertThat(fields.values())
                .containsEntry("priority", new BigDecimal("3"))
                .containsEntry("discount", new BigDecimal("12.5"))
                .containsEntry("tags", List.of("a", Map.of("b", BigDecimal.ONE)))
                .containsEntry("nothing", null);
    }

    @Test
    void fields_do_not_change_with_what_they_were_made_of() {
        var list = new ArrayList<Object>(List.of("a"));
        var inner = new HashMap<String, Object>(Map.of("list", list));
        var given = new HashMap<String, Object>(Map.of("inner", inner));
        var fields = CustomFields.of(given);

        list.add("b");
        inner.put("more", 1);
        given.clear();

        assertThat(fields).isEqualTo(CustomFields.of(Map.of("inner", Map.of("list", List.of("a")))));
    }

    @Test
    @SuppressWarnings("unchecked")
    void fields_can_not_be_changed_at_any_level() {
        var fields = CustomFields.of(Map.of("list", List.of("a"), "map", Map.of("k", "v")));
        var list = (List<Object>) requireNonNull(fields.values().get("list"));
        var map = (Map<String, Object>) requireNonNull(fields.values().get("map"));

        assertThatThrownBy(() -> fields.values().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void numbers_that_differ_in_spelling_alone_are_equal() {
        var asInt = CustomFields.of(Map.of("n", 1500));
        var asLong = CustomFields.of(Map.of("n", 1500L));
        var asBigInteger = CustomFields.of(Map.of("n", new BigInteger("1500")));
        var asDecimal = CustomFields.of(Map.of("n", new BigDecimal("1500.00")));
        var asPower = CustomFields.of(Map.of("n", new BigDecimal("1.5E+3")));

        assertThat(List.of(asLong, asBigInteger, asDecimal, asPower))
                .allSatisfy(other -> assertThat(other).isEqualTo(asInt).hasSameHashCodeAs(asInt));
        assertThat(CustomFields.of(Map.of("n", new BigDecimal("0.00")))).isEqualTo(CustomFields.of(Map.of("n", 0)));
    }

    @Test
    void a_number_is_not_the_text_of_it() {
        assertThat(CustomFields.of(Map.of("n", 1))).isNotEqualTo(CustomFields.of(Map.of("n", "1")));
    }

    @Test
    void the_order_of_names_makes_no_difference() {
        var ab = new LinkedHashMap<String, Object>();
        ab.put("a", 1);
        ab.put("b", 2);
        var ba = new LinkedHashMap<String, Object>();
        ba.put("b", 2);
        ba.put("a", 1);

        assertThat(CustomFields.of(ab)).isEqualTo(CustomFields.of(ba));
    }

    @Test
    void no_fields_are_empty() {
        assertThat(CustomFields.of(Map.of())).isEqualTo(CustomFields.empty());
        assertThat(CustomFields.empty()).hasToString("{}");
    }

    @Test
    void fields_hold_64_kib() {
        // 2 for the object, 3 for the name, 2 for the quotes of the value
        var longest = "x".repeat(CustomFields.MAX_SIZE - 7);

        assertThat(CustomFields.of(Map.of("k", longest)).values()).hasSize(1);
        refused(Map.of("k", longest + "x"), "at most 65536 characters");
        refused(Map.of("kk", longest), "at most 65536 characters");
    }

    @Test
    void emptiness_is_not_free() {
        refused(Map.of("k", Collections.nCopies(CustomFields.MAX_SIZE / 2, List.of())), "at most 65536 characters");
        refused(Map.of("k", Collections.nCopies(CustomFields.MAX_SIZE / 2, Map.of())), "at most 65536 characters");
        refused(Map.of("k", Collections.nCopies(CustomFields.MAX_SIZE / 2, "")), "at most 65536 characters");
    }

    @Test
    void fields_are_nested_up_to_16_levels() {
        assertThat(CustomFields.of(nestedMaps(16)).values()).hasSize(1);
        refused(nestedMaps(17), "deeper than 16 levels");

        assertThat(CustomFields.of(Map.of("k", nestedLists(15))).values()).hasSize(1);
        refused(Map.of("k", nestedLists(16)), "deeper than 16 levels");
    }

    @Test
    void fields_that_contain_themselves_are_refused() {
        var loop = new HashMap<String, Object>();
        loop.put("self", loop);

        refused(loop, "deeper than 16 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud83d"})
    void a_text_that_no_store_gives_back_is_refused(String text) {
        refused(Map.of("k", text), "must not contain");
        refused(Map.of(text, "v"), "must not contain");
        refused(Map.of("k", List.of(Map.of("inner", text))), "must not contain");
        refused(Map.of("k", List.of(Map.of(text, "inner"))), "must not contain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+101", "1E-101", "1E+999999999", "1E-999999999"})
    void a_number_of_more_than_a_hundred_digits_is_refused(String number) {
        refused(Map.of("n", new BigDecimal(number)), "at most 100 digits");
    }

    @Test
    void a_number_may_have_a_hundred_digits() {
        var digits = "9".repeat(100);

        assertThat(CustomFields.of(Map.of("n", new BigInteger(digits))).values())
                .containsEntry("n", new BigDecimal(digits));
        refused(Map.of("n", new BigInteger(digits + "9")), "at most 100 digits");
    }

    @Test
    void what_json_has_not_is_refused() {
        refused(Map.of("k", 1.5d), "not Double");
        refused(Map.of("k", 'c'), "not Character");
        refused(Map.of("k", Map.of(1, "one")), "names in customFields are text");
    }

    private static void refused(Map<String, ?> values, String why) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> CustomFields.of(values))
                .withMessageContaining(why)
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR);
    }

    private static Map<String, Object> nestedMaps(int levels) {
        Map<String, Object> map = Map.of("leaf", 1);
        for (int i = 1; i < levels; i++) {
            map = Map.of("k", map);
        }
        return map;
    }

    private static List<Object> nestedLists(int levels) {
        List<Object> list = List.of();
        for (int i = 1; i < levels; i++) {
            list = List.of(list);
        }
        return list;
    }
}
