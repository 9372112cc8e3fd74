/** The commands on the installation itself. */
@NullMarked
package dev.tenure.adapter.cli.service;

import org.jspecify.annotations.NullMarked;
