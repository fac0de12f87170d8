"""Quick questions are answered one after another; what takes long runs beside them."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

from django.http import HttpResponse
from django.test import RequestFactory

from samordna.office.web.routes import ROUTES
from samordna.office.web.turns import SLOW, Turns

ASK = RequestFactory()


def test_everything_that_may_take_long_is_an_address():
    answered = {("GET", route.name) for route in ROUTES if route.reads}
    answered |= {("POST", route.name) for route in ROUTES if route.does}
    assert answered >= SLOW


def test_quick_questions_take_turns():
    inside, most = [], []

    def answer(request):
        inside.append(request)
        most.append(len(inside))
        time.sleep(0.01)
        inside.remove(request)
        return HttpResponse()

    turns = Turns(answer)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(turns, [ASK.get("/hjalp/") for _ in range(12)]))
    assert max(most) == 1


def test_nobody_waits_for_a_file_that_is_being_read():
    reading, answered = Event(), Event()

    def answer(request):
        if request.method == "POST":
            reading.set()
            assert answered.wait(5), "the quick question waited for the slow one"
        return HttpResponse()

    turns = Turns(answer)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(turns, ASK.post("/inlasning/"))
        assert reading.wait(5)
        turns(ASK.get("/hjalp/"))
        answered.set()
        slow.result(5)


def test_a_question_that_fails_lets_the_next_one_in():
    def answer(request):
        if request.path == "/sok/":
            raise ValueError("fel")
        return HttpResponse()

    turns = Turns(answer)
    with suppress(ValueError):
        turns(ASK.get("/sok/"))
    assert turns(ASK.get("/hjalp/")).status_code == 200
