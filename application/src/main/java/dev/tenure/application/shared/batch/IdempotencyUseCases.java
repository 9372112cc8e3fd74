package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.batch.in.PerformWrite;
import dev.tenure.application.shared.batch.in.PurgeExpiredResponses;

/** What makes a write safe to send again. */
public record IdempotencyUseCases(PerformWrite performWrite, PurgeExpiredResponses purgeExpiredResponses) {}
