package dev.tenure.application.order.planted;

import dev.tenure.application.order.in.planted.NamesAPermission;
import dev.tenure.application.shared.Caller;

/** A use case that lets everybody in. */
public final class AsksForNoPermission implements NamesAPermission {

    @Override
    public void read(Caller caller) {}
}
