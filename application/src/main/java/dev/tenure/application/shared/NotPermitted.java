package dev.tenure.application.shared;

import dev.tenure.domain.shared.Permission;

/** The caller may not do this; nothing was read and nothing was changed. */
public final class NotPermitted extends ApplicationException {

    public NotPermitted(Permission missing) {
        super(ApplicationError.INSUFFICIENT_PERMISSIONS, "the key lacks the scope " + missing.label());
    }
}
