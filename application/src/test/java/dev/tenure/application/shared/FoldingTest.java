package dev.tenure.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "José, jose",
        "MÜLLER, muller",
        "Straße, strasse",
        "Łódź, lodz",
        "Øresund, oresund",
        "Đorđe, dorde",
        "ÆRØ, aero",
        "Œuvre, oeuvre",
        "İstanbul, istanbul",
        "ılık, ilik",
        "ISTANBUL, istanbul",
        "Ｊｏｓé１, jose1",
        "ﬁn, fin",
        "ΟΔΥΣΣΕΥΣ, οδυσσευσ",
        "Οδυσσεύς, οδυσσευσ",
        "Київ, киів",
        "Ёлка, елка",
        "김민준, 김민준",
        "O’Brien, o'brien",
        "a\u00ADb\u200Bc, abc",
    })
    void what_people_take_for_the_same_is_one(String text, String folded) {
        assertThat(Folding.fold(text.translateEscapes())).isEqualTo(folded);
    }

    @Test
    void what_is_folded_stays_as_it_is() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(6), 1, 0x20000)
                    .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = Folding.fold(text);

            assertThat(Folding.fold(once)).as(text).isEqualTo(once);
            assertThat(once.chars().noneMatch(Character::isISOControl)).as(text).isTrue();
        }
    }

    @Test
    void tokens_are_parted_at_white_space_of_any_kind() {
        assertThat(Folding.tokens(" a\u00A0b\tc\u3000d  ")).containsExactly("a", "b", "c", "d");
    }
}
