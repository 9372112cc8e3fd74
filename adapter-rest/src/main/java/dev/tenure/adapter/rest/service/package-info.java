@NullMarked
package dev.tenure.adapter.rest.service;

import org.jspecify.annotations.NullMarked;
