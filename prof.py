import sys,time
t0=time.perf_counter()
sys.argv=['newscli',*sys.argv[1:]]
import cProfile,pstats,io,os
os._exit_=os._exit
from newscli.cli.app import *
import newscli.__main__ as m
