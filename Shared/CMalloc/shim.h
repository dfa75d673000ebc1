// What glibc offers beyond malloc and free; the Glibc module leaves it out.
#include <malloc.h>
