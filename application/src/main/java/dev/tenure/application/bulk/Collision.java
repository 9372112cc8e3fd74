package dev.tenure.application.bulk;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.ApplicationException;

/** Somebody else made an order or an asset of the same name while this import was about to. */
final class Collision extends ApplicationException {

    Collision(String message) {
        super(ApplicationError.CONFLICT, message);
    }
}
