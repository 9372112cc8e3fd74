package dev.tenure.adapter.persistence.shared;

import dev.tenure.domain.shared.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Money inside JSON: {@code EUR 89.00}. */
public final class MoneyText {

    private static final int CURRENCY_LENGTH = 3;

    private MoneyText() {}

    public static String write(Money money) {
        return money.toString();
    }

    public static @Nullable String writeOrNull(@Nullable Money money) {
        return money == null ? null : write(money);
    }

    public static Money read(String text) {
        return Money.of(text.substring(CURRENCY_LENGTH + 1), Currency.getInstance(text.substring(0, CURRENCY_LENGTH)));
    }

    public static @Nullable Money readOrNull(@Nullable String text) {
        return text == null ? null : read(text);
    }
}
