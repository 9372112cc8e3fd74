package dev.tenure.bootstrap;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Fails a test that lacks something on this machine, with {@code -Dtenure.tests.strict=true}: CI has everything. */
final class FailWhenSkipped implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (thrown instanceof TestAbortedException && Boolean.getBoolean("tenure.tests.strict")) {
            throw new AssertionError("This machine is to have what every test needs: " + thrown.getMessage(), thrown);
        }
        throw thrown;
    }
}
