package dev.tenure.application.bulk;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.ApplicationException;

/** Another transaction inserted an order of the same id while this import was about to. */
final class Collision extends ApplicationException {

    Collision(String message) {
        super(ApplicationError.CONFLICT, message);
    }
}
