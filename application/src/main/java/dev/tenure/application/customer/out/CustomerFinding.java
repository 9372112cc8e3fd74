package dev.tenure.application.customer.out;

import dev.tenure.application.shared.SearchText;
import dev.tenure.domain.customer.CustomerProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The search text of a customer, for stores. */
public final class CustomerFinding {

    private CustomerFinding() {}

    /** First and last name, company and e-mail address. */
    public static List<String> names(CustomerProfile customer) {
        return Stream.of(
                        customer.firstName(),
                        customer.lastName(),
                        customer.company(),
                        customer.email().value())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The names, and the phone number as it is written and as digits only. */
    public static List<String> namesAndPhone(CustomerProfile customer) {
        List<String> names = new ArrayList<>(names(customer));
        String phone = customer.phone();
        if (phone != null) {
            names.add(phone);
            names.add(phone.replaceAll("[^0-9]", ""));
        }
        return List.copyOf(names);
    }

    public static SearchText searchText(CustomerProfile customer) {
        return SearchText.of(namesAndPhone(customer));
    }
}
