package dev.tenure.application.shared.guard;

import dev.tenure.application.shared.guard.in.ForgetAnswers;
import dev.tenure.application.shared.guard.in.GuardWrites;

/** What makes a write safe to send again. */
public record IdempotencyUseCases(GuardWrites guard, ForgetAnswers forgetAnswers) {}
