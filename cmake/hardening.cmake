# SPDX-License-Identifier: EUPL-1.2
# Flags that make a memory error harder to exploit. They change no behaviour of a correct program.
# tests/hostile/test_hardening.py reads the built files, to see that each flag had its effect.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

option(LANDKAART_HARDENING "Compile and link with the protections that the compiler has" ON)

set(landkaart_hardening_compile_options "")
set(landkaart_hardening_link_options "")
# Sanitizers have checks of their own, which some of these flags would hide. On Windows GCC 12 ends with an internal
# error for -fstack-clash-protection, and the other flags need a library beside the program.
if(LANDKAART_HARDENING AND NOT WIN32 AND NOT LANDKAART_SANITIZERS)
  # Stack protector: a canary between the local arrays of a function and its return address. Stack clash: a stack
  # that grows by more than a page touches each page. CET: indirect jumps reach marked places only.
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "landkaart_has${flag}" found)
    check_cxx_compiler_flag(${flag} ${found})
    if(${found})
      list(APPEND landkaart_hardening_compile_options ${flag})
    endif()
  endforeach()
  # Functions of the C library check the size of the buffers that they fill. Requires an optimised build.
  set(fortify "-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3")
  list(APPEND landkaart_hardening_compile_options "$<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:${fortify}>")
  # The table of addresses of library functions is read-only after the program has started.
  check_linker_flag(CXX "LINKER:-z,relro,-z,now" landkaart_has_relro)
  if(landkaart_has_relro)
    list(APPEND landkaart_hardening_link_options "LINKER:-z,relro,-z,now")
  endif()
endif()

# Programs are position-independent, so that the system can load them at a random address.
include(CheckPIESupported)
check_pie_supported()

# landkaart_harden(<target>)
function(landkaart_harden target)
  target_compile_options(${target} PRIVATE ${landkaart_hardening_compile_options})
  target_link_options(${target} PRIVATE ${landkaart_hardening_link_options})
endfunction()
