package dev.tenure.bootstrap;

import dev.tenure.adapter.persistence.catalog.JooqOpenOrders;
import dev.tenure.adapter.persistence.catalog.JooqProductRepository;
import dev.tenure.adapter.persistence.customer.JooqCustomerQueries;
import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.order.JooqCustomFieldRepository;
import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.adapter.persistence.order.JooqOrderRepository;
import dev.tenure.adapter.persistence.order.JooqSearchBacklog;
import dev.tenure.adapter.persistence.shared.JooqKeptAnswers;
import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.subscription.JooqAssetRepository;
import dev.tenure.adapter.persistence.subscription.JooqSubscriptionRepository;
import dev.tenure.adapter.persistence.tenant.InstallationSecrets;
import dev.tenure.adapter.persistence.tenant.JooqApiKeyRepository;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.application.OutPorts;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Cursors;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Puts the adapters behind the ports. */
final class Wiring {

    private Wiring() {}

    /** The use cases on a database whose schema is up to date. */
    static UseCases useCases(JooqTransactions transactions) {
        Clock clock = Clock.systemUTC();
        return UseCases.over(new OutPorts(
                transactions,
                new JooqTenantRepository(transactions),
                new JooqApiKeyRepository(transactions),
                new JooqProductRepository(transactions),
                new JooqOpenOrders(transactions),
                new JooqCustomerRepository(transactions),
                new JooqCustomerQueries(transactions),
                new JooqOrderRepository(transactions),
                new JooqOrderQueries(transactions),
                new JooqCustomFieldRepository(transactions),
                new JooqSearchBacklog(transactions),
                new JooqSubscriptionRepository(transactions),
                new JooqAssetRepository(transactions),
                new JooqKeptAnswers(transactions),
                new FastCsvRows(),
                ValidatorHolder.VALIDATOR,
                new Cursors(new InstallationSecrets(transactions, clock).ofCursors()),
                new TimeOrderedIds(),
                clock));
    }

    static CommandChecks commandChecks() {
        return new CommandChecks(ValidatorHolder.VALIDATOR);
    }

    /** Made when first needed, once: it takes a tenth of a second. Messages are English whatever the machine's locale. */
    private static final class ValidatorHolder {

        private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.ENGLISH)
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }
}
