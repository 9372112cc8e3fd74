package dev.tenure.application.importing;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.ApplicationException;

/** Another transaction inserted an order with the same id before this import did. */
final class Collision extends ApplicationException {

    Collision(String message) {
        super(ApplicationError.CONFLICT, message);
    }
}
