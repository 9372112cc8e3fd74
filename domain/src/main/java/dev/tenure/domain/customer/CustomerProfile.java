package dev.tenure.domain.customer;

import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** A customer's own data. An order has its own copy, which later changes of the customer never touch. */
public record CustomerProfile(
        EmailAddress email,
        String firstName,
        String lastName,
        @Nullable String company,
        @Nullable String phone,
        CustomerType type) {

    public CustomerProfile {
        firstName = Text.required("firstName", firstName, Text.LINE);
        lastName = Text.required("lastName", lastName, Text.LINE);
        company = Text.optional("company", company, Text.LINE);
        phone = Text.optional("phone", phone, Text.LINE);
    }

    /** {@code Sarah Johnson} */
    public String fullName() {
        return firstName + " " + lastName;
    }
}
