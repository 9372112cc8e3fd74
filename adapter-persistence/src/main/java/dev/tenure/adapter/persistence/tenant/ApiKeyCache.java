package dev.tenure.adapter.persistence.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.tenant.out.ApiKeyLookup;
import dev.tenure.domain.tenant.ApiKey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Reads each key at most once a second, for any number of requests. An unknown key is read each time. */
public final class ApiKeyCache implements ApiKeyLookup {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MAX_BYTES = 8L << 20;
    private static final int BYTES_PER_KEY = 600;

    private final Function<String, Optional<ApiKey>> stored;
    private final Cache<String, ApiKey> keys;

    public ApiKeyCache(JooqTransactions transactions) {
        this(reading(transactions), Ticker.systemTicker());
    }

    ApiKeyCache(Function<String, Optional<ApiKey>> stored, Ticker ticker) {
        this.stored = stored;
        this.keys = Caffeine.newBuilder()
                .expireAfterWrite(LONGEST)
                .maximumWeight(MAX_BYTES)
                .weigher((String id, ApiKey key) -> BYTES_PER_KEY + key.name().length())
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private static Function<String, Optional<ApiKey>> reading(JooqTransactions transactions) {
        JooqApiKeyRepository repository = new JooqApiKeyRepository(transactions);
        return id -> transactions.forInstallation(() -> repository.find(id));
    }

    @Override
    public Optional<ApiKey> find(String keyId) {
        ApiKey cached = keys.getIfPresent(keyId);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<ApiKey> found = stored.apply(keyId);
        found.ifPresent(key -> keys.put(keyId, key));
        return found;
    }

    @Override
    public void changed(String keyId) {
        keys.invalidate(keyId);
    }
}
